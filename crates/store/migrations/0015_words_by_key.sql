-- Words of check-ins by what they are called: one that ships by its key, one of a person's own by its uid, so that a word
-- can read otherwise, in another language too. Words of one's own, and those that are left out, are rows of their own.
-- Until now both were texts; this is what those that ship read then.

CREATE TABLE own_words (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    text       TEXT    NOT NULL UNIQUE,
    list       TEXT    NOT NULL,
    is_offered INTEGER NOT NULL -- else it is there for check-ins that have it
) STRICT;

CREATE TABLE hidden_words (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of its key
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    word       TEXT    NOT NULL UNIQUE -- the key of one that ships
) STRICT;

CREATE TEMP TABLE shipped (
    text TEXT PRIMARY KEY, key TEXT NOT NULL, is_feeling INTEGER NOT NULL, is_body INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO shipped VALUES
    ('can''t tell', 'cant-tell', 1, 1), ('no word', 'no-word', 1, 0), ('numb', 'numb', 1, 0), ('flat', 'flat', 1, 0),
    ('empty', 'empty', 1, 0), ('hollow', 'hollow', 1, 0), ('blank', 'blank', 1, 0), ('muted', 'muted', 1, 0),
    ('dulled', 'dulled', 1, 0), ('faded', 'faded', 1, 0), ('grey', 'grey', 1, 0), ('colourless', 'colourless', 1, 0),
    ('foggy', 'foggy', 1, 0), ('hazy', 'hazy', 1, 0), ('cloudy', 'cloudy', 1, 0), ('far away', 'far-away', 1, 0),
    ('distant', 'distant', 1, 0), ('detached', 'detached', 1, 0), ('disconnected', 'disconnected', 1, 0),
    ('cut off', 'cut-off', 1, 0), ('behind glass', 'behind-glass', 1, 0), ('underwater', 'underwater', 1, 0),
    ('wrapped in cotton', 'wrapped-in-cotton', 1, 0), ('in a bubble', 'in-a-bubble', 1, 0),
    ('unreal', 'unreal', 1, 0), ('dreamlike', 'dreamlike', 1, 0), ('robotic', 'robotic', 1, 0),
    ('on autopilot', 'on-autopilot', 1, 0), ('going through the motions', 'going-through-the-motions', 1, 0),
    ('switched off', 'switched-off', 1, 0), ('shut down', 'shut-down', 1, 0), ('frozen', 'frozen', 1, 0),
    ('stuck', 'stuck', 1, 0), ('heavy', 'heavy', 1, 0), ('leaden', 'leaden', 1, 0), ('drained', 'drained', 1, 0),
    ('spent', 'spent', 1, 0), ('worn out', 'worn-out', 1, 0), ('burnt out', 'burnt-out', 1, 0),
    ('tired of everything', 'tired-of-everything', 1, 0), ('bored', 'bored', 1, 0),
    ('indifferent', 'indifferent', 1, 0), ('unmoved', 'unmoved', 1, 0), ('uninterested', 'uninterested', 1, 0),
    ('apathetic', 'apathetic', 1, 0), ('listless', 'listless', 1, 0), ('aimless', 'aimless', 1, 0),
    ('lost', 'lost', 1, 0), ('absent', 'absent', 1, 0), ('elsewhere', 'elsewhere', 1, 0),
    ('invisible', 'invisible', 1, 0), ('unreachable', 'unreachable', 1, 0), ('guarded', 'guarded', 1, 0),
    ('armoured', 'armoured', 1, 0), ('sealed', 'sealed', 1, 0), ('locked', 'locked', 1, 0),
    ('on hold', 'on-hold', 1, 0), ('waiting', 'waiting', 1, 0), ('quiet inside', 'quiet-inside', 1, 0),
    ('silent', 'silent', 1, 0), ('still', 'still', 1, 1), ('neutral', 'neutral', 1, 0), ('meh', 'meh', 1, 0),
    ('nothing much', 'nothing-much', 1, 0), ('a bit curious', 'a-bit-curious', 1, 0),
    ('slightly warm', 'slightly-warm', 1, 0), ('a little lighter', 'a-little-lighter', 1, 0),
    ('softened', 'softened', 1, 0), ('touched', 'touched', 1, 0), ('amused', 'amused', 1, 0),
    ('eased', 'eased', 1, 0), ('relieved', 'relieved', 1, 0), ('settled', 'settled', 1, 0),
    ('steady', 'steady', 1, 0), ('safe enough', 'safe-enough', 1, 0), ('interested', 'interested', 1, 0),
    ('drawn to', 'drawn-to', 1, 0), ('hopeful-ish', 'hopeful-ish', 1, 0), ('tender', 'tender', 1, 0),
    ('missing someone', 'missing-someone', 1, 0), ('wistful', 'wistful', 1, 0), ('homesick', 'homesick', 1, 0),
    ('sore', 'sore', 1, 0), ('stung', 'stung', 1, 0), ('prickly', 'prickly', 1, 1), ('irritated', 'irritated', 1, 0),
    ('restless', 'restless', 1, 0), ('uneasy', 'uneasy', 1, 0), ('wary', 'wary', 1, 0), ('tense', 'tense', 1, 0),
    ('nervous', 'nervous', 1, 0), ('sad at the edges', 'sad-at-the-edges', 1, 0), ('tearful', 'tearful', 1, 0),
    ('lonely', 'lonely', 1, 0), ('left out', 'left-out', 1, 0), ('ashamed', 'ashamed', 1, 0),
    ('awkward', 'awkward', 1, 0), ('guilty', 'guilty', 1, 0), ('jealous', 'jealous', 1, 0),
    ('angry underneath', 'angry-underneath', 1, 0), ('fed up', 'fed-up', 1, 0), ('overwhelmed', 'overwhelmed', 1, 0),
    ('startled', 'startled', 1, 0), ('surprised', 'surprised', 1, 0), ('grateful-ish', 'grateful-ish', 1, 0),
    ('proud-ish', 'proud-ish', 1, 0), ('connected for a second', 'connected-for-a-second', 1, 0),
    ('moved', 'moved', 1, 0), ('awake', 'awake', 1, 0), ('excited', 'excited', 1, 0), ('lively', 'lively', 1, 0),
    ('joyful', 'joyful', 1, 0), ('playful', 'playful', 1, 0), ('inspired', 'inspired', 1, 0),
    ('eager', 'eager', 1, 0), ('proud', 'proud', 1, 0), ('delighted', 'delighted', 1, 0),
    ('energised', 'energised', 1, 0), ('thrilled', 'thrilled', 1, 0), ('enthusiastic', 'enthusiastic', 1, 0),
    ('bold', 'bold', 1, 0), ('motivated', 'motivated', 1, 0), ('cheerful', 'cheerful', 1, 0), ('calm', 'calm', 1, 0),
    ('content', 'content', 1, 0), ('peaceful', 'peaceful', 1, 0), ('rested', 'rested', 1, 0), ('cosy', 'cosy', 1, 0),
    ('relaxed', 'relaxed', 1, 0), ('thankful', 'thankful', 1, 0), ('at ease', 'at-ease', 1, 0),
    ('satisfied', 'satisfied', 1, 0), ('gentle', 'gentle', 1, 0), ('trusting', 'trusting', 1, 0),
    ('balanced', 'balanced', 1, 0), ('comforted', 'comforted', 1, 0), ('serene', 'serene', 1, 0),
    ('anxious', 'anxious', 1, 0), ('scared', 'scared', 1, 0), ('panicky', 'panicky', 1, 0), ('angry', 'angry', 1, 0),
    ('furious', 'furious', 1, 0), ('stressed', 'stressed', 1, 0), ('frustrated', 'frustrated', 1, 0),
    ('agitated', 'agitated', 1, 0), ('disgusted', 'disgusted', 1, 0), ('shocked', 'shocked', 1, 0),
    ('on edge', 'on-edge', 1, 0), ('sad', 'sad', 1, 0), ('hopeless', 'hopeless', 1, 0),
    ('disappointed', 'disappointed', 1, 0), ('discouraged', 'discouraged', 1, 0), ('grieving', 'grieving', 1, 0),
    ('exhausted', 'exhausted', 1, 0), ('hurt', 'hurt', 1, 0), ('defeated', 'defeated', 1, 0),
    ('ignored', 'ignored', 1, 0), ('bittersweet', 'bittersweet', 1, 0), ('torn', 'torn', 1, 0),
    ('relieved and sad', 'relieved-and-sad', 1, 0), ('proud and scared', 'proud-and-scared', 1, 0),
    ('fond and angry', 'fond-and-angry', 1, 0), ('numb and restless', 'numb-and-restless', 1, 0),
    ('cold hands', 'cold-hands', 0, 1), ('warm face', 'warm-face', 0, 1), ('hot ears', 'hot-ears', 0, 1),
    ('chilled', 'chilled', 0, 1), ('flushed', 'flushed', 0, 1), ('clammy', 'clammy', 0, 1),
    ('sweaty', 'sweaty', 0, 1), ('heavy limbs', 'heavy-limbs', 0, 1), ('leaden legs', 'leaden-legs', 0, 1),
    ('pressure on chest', 'pressure-on-chest', 0, 1), ('sinking', 'sinking', 0, 1), ('floating', 'floating', 0, 1),
    ('weightless', 'weightless', 0, 1), ('hollow chest', 'hollow-chest', 0, 1), ('full head', 'full-head', 0, 1),
    ('clenched jaw', 'clenched-jaw', 0, 1), ('tight shoulders', 'tight-shoulders', 0, 1),
    ('knotted stomach', 'knotted-stomach', 0, 1), ('gripped throat', 'gripped-throat', 0, 1),
    ('stiff neck', 'stiff-neck', 0, 1), ('braced', 'braced', 0, 1), ('curled in', 'curled-in', 0, 1),
    ('loose', 'loose', 0, 1), ('slack', 'slack', 0, 1), ('soft', 'soft', 0, 1), ('shaky', 'shaky', 0, 1),
    ('trembling', 'trembling', 0, 1), ('jittery', 'jittery', 0, 1), ('twitchy', 'twitchy', 0, 1),
    ('restless legs', 'restless-legs', 0, 1), ('slowed down', 'slowed-down', 0, 1), ('buzzing', 'buzzing', 0, 1),
    ('tingling', 'tingling', 0, 1), ('pins and needles', 'pins-and-needles', 0, 1), ('pulsing', 'pulsing', 0, 1),
    ('shallow breath', 'shallow-breath', 0, 1), ('held breath', 'held-breath', 0, 1), ('sighing', 'sighing', 0, 1),
    ('deep breath', 'deep-breath', 0, 1), ('racing heart', 'racing-heart', 0, 1), ('thumping', 'thumping', 0, 1),
    ('slow', 'slow', 0, 1), ('fluttering', 'fluttering', 0, 1), ('butterflies', 'butterflies', 0, 1),
    ('churning', 'churning', 0, 1), ('nausea', 'nausea', 0, 1), ('lump in throat', 'lump-in-throat', 0, 1),
    ('dry mouth', 'dry-mouth', 0, 1), ('no appetite', 'no-appetite', 0, 1), ('hungry', 'hungry', 0, 1),
    ('full', 'full', 0, 1), ('numb patch', 'numb-patch', 0, 1), ('goosebumps', 'goosebumps', 0, 1),
    ('itchy', 'itchy', 0, 1), ('sounds far off', 'sounds-far-off', 0, 1),
    ('light too bright', 'light-too-bright', 0, 1), ('blurry', 'blurry', 0, 1), ('sharp', 'sharp', 0, 1),
    ('wet eyes', 'wet-eyes', 0, 1), ('stinging eyes', 'stinging-eyes', 0, 1),
    ('want to cry but can''t', 'want-to-cry-but-cant', 0, 1), ('blank face', 'blank-face', 0, 1),
    ('tired eyes', 'tired-eyes', 0, 1), ('small smile', 'small-smile', 0, 1), ('sleepy', 'sleepy', 0, 1),
    ('wired', 'wired', 0, 1), ('achy', 'achy', 0, 1), ('outside myself', 'outside-myself', 0, 1),
    ('not much at all', 'not-much-at-all', 0, 1);

-- One of a person's own may ship in the other list.
INSERT OR IGNORE INTO own_words (text, list, is_offered)
    SELECT word.value, iif(list.key = 'body', 'body', 'feeling'), 1
    FROM settings, json_each(settings.value) AS list, json_each(list.value) AS word
    WHERE settings.key = 'words' AND list.key IN ('feelings', 'body') AND word.value NOT IN (
        SELECT text FROM shipped WHERE iif(list.key = 'body', is_body, is_feeling))
    ORDER BY list.key DESC, word.key;
INSERT OR IGNORE INTO hidden_words (uid, word)
    SELECT uid_of('hidden_words', shipped.key), shipped.key
    FROM settings, json_each(settings.value, '$.hidden') AS word JOIN shipped ON shipped.text = word.value
    WHERE settings.key = 'words' ORDER BY word.key;
DELETE FROM settings WHERE key = 'words';
-- Words that check-ins have and that are neither: typed once, or offered once.
INSERT OR IGNORE INTO own_words (text, list, is_offered)
    SELECT word.value, 'feeling', 0 FROM check_ins, json_each(words) AS word WHERE word.value NOT IN (SELECT text FROM shipped);
INSERT OR IGNORE INTO own_words (text, list, is_offered)
    SELECT word.value, 'body', 0 FROM check_ins, json_each(body) AS word WHERE word.value NOT IN (SELECT text FROM shipped);

CREATE TEMP TABLE keys (text TEXT PRIMARY KEY, key TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO keys SELECT text, key FROM shipped
    UNION ALL SELECT text, 'own-' || lower(hex(uid)) FROM own_words WHERE text NOT IN (SELECT text FROM shipped);
UPDATE check_ins SET
    words = (SELECT json_group_array(keys.key ORDER BY word.key) FROM json_each(words) AS word JOIN keys ON text = word.value),
    body = (SELECT json_group_array(keys.key ORDER BY word.key) FROM json_each(body) AS word JOIN keys ON text = word.value)
    WHERE words <> '[]' OR body <> '[]';
DROP TABLE keys;
DROP TABLE shipped;
