//! Pictures: as large as they are, as far as the page allows, and told in words to those who listen.

use krilla::{image::Image, tagging::Tag};

use crate::{
    Inline,
    flow::{Flow, LayoutError},
    pages::{Drawn, Strip},
    tree::Leaf,
};

/// Points to a dot: 150 dots an inch.
const POINTS: f32 = 72.0 / 150.0;
/// So much of the page's height at most, so that words still stand beside an upright picture.
const TALLEST: f32 = 0.55;

impl Flow<'_> {
    /// One that cannot be read is told in its words.
    pub(crate) fn picture(
        &mut self,
        jpeg: &[u8],
        words: &str,
        within: Option<Leaf>,
        air: f32,
    ) -> Result<(), LayoutError> {
        let Ok(image) = Image::from_jpeg(jpeg.to_vec().into(), true) else {
            let leaf = self.tree.add(within, Tag::P);
            return self.paragraph(&[Inline::Emphasis { inside: vec![Inline::plain(words)] }], leaf, air);
        };
        let (wide, high) = image.size();
        // A side of a JPEG is 65,535 dots at most.
        let (wide, high) = (wide.max(1) as f32 * POINTS, high.max(1) as f32 * POINTS);
        let scale = (self.width() / wide).min(self.room() * TALLEST / high).min(1.0);
        let size = (wide * scale, high * scale);
        let leaf = self.tree.add(within, Tag::Figure(Some(words.to_owned())));
        let picture = Some(Drawn { x: self.left, size, image, leaf });
        self.strip(Strip { height: size.1, space_before: air, picture, ..Strip::default() })
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use crate::{
        Block, Document, render,
        tests::{File, jpeg, paper, wait},
    };

    /// Each picture of the file: its width and height in dots, and its dots an inch on the page.
    fn pictures(document: &Document) -> Vec<[u32; 3]> {
        let file = File::of(document);
        let output = Command::new("pdfimages").arg("-list").arg(&file.path).output().unwrap();
        let table = String::from_utf8(output.stdout).unwrap();
        let rows = table.lines().skip(2).map(|row| row.split_whitespace().collect::<Vec<_>>());
        rows.map(|row| [3, 4, 12].map(|column| row[column].parse().unwrap())).collect()
    }

    #[test]
    fn a_picture_is_as_large_as_it_is_and_no_larger_than_the_page_allows() {
        let blocks = [(300, 200), (3000, 1000), (500, 4000)]
            .map(|(width, height)| Block::Picture { jpeg: jpeg(width, height), words: "a picture".into() });
        let document = render(&paper(blocks.to_vec()), &wait).unwrap();
        // 459 points are left beside the margins of A4, and 392.6 of its height for an upright one.
        let [small, wide, upright] = pictures(&document)[..] else { panic!() };
        assert_eq!(small, [300, 200, 150]);
        assert_eq!(wide, [3000, 1000, 3000 * 72 / 459]);
        assert_eq!(upright, [500, 4000, 733]);
        assert_eq!(document.pages, 2, "none is torn apart");
    }

    #[test]
    fn a_picture_that_cannot_be_read_is_told_in_its_words() {
        for jpeg in [&b""[..], b"not a jpeg"] {
            let block = Block::Picture { jpeg: jpeg.to_vec(), words: "the lake in the evening".into() };
            let document = render(&paper(vec![block]), &wait).unwrap();
            assert!(File::of(&document).words().contains("the lake in the evening"));
            assert_eq!(pictures(&document).len(), 0);
        }
    }
}
