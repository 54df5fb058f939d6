//! The structure of the pages for those who listen: headings, lists and tables, and which lines belong to each.

use krilla::tagging::{Identifier, Node as TagNode, TagGroup, TagKind, TagTree};

/// A place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Leaf(usize);

pub(crate) struct Tree {
    nodes: Vec<Node>,
    roots: Vec<Leaf>,
}

struct Node {
    tag: TagKind,
    children: Vec<Child>,
}

enum Child {
    Node(Leaf),
    Content(Identifier),
}

impl Tree {
    pub(crate) fn new() -> Self {
        Tree { nodes: Vec::new(), roots: Vec::new() }
    }

    /// Adds a node below `parent`, or at the top.
    pub(crate) fn add(&mut self, parent: Option<Leaf>, tag: impl Into<TagKind>) -> Leaf {
        let leaf = Leaf(self.nodes.len());
        self.nodes.push(Node { tag: tag.into(), children: Vec::new() });
        match parent {
            Some(Leaf(at)) => self.nodes[at].children.push(Child::Node(leaf)),
            None => self.roots.push(leaf),
        }
        leaf
    }

    /// What was drawn belongs to `leaf`.
    pub(crate) fn drawn(&mut self, Leaf(at): Leaf, content: Identifier) {
        self.nodes[at].children.push(Child::Content(content));
    }

    pub(crate) fn finish(mut self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in std::mem::take(&mut self.roots) {
            tree.push(self.group(root));
        }
        tree
    }

    /// As deep as the blocks are, which is as deep as they could be read.
    fn group(&mut self, Leaf(at): Leaf) -> TagGroup {
        let children = std::mem::take(&mut self.nodes[at].children);
        let mut group = TagGroup::new(self.nodes[at].tag.clone());
        for child in children {
            match child {
                Child::Node(leaf) => group.push(TagNode::Group(self.group(leaf))),
                Child::Content(content) => group.push(content),
            }
        }
        group
    }
}
