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

CREATE TEMP TABLE shipped (text TEXT PRIMARY KEY, key TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO shipped VALUES
    ('can''t tell', 'cant-tell'), ('no word', 'no-word'), ('numb', 'numb'), ('flat', 'flat'), ('empty', 'empty'),
    ('hollow', 'hollow'), ('blank', 'blank'), ('muted', 'muted'), ('dulled', 'dulled'), ('faded', 'faded'),
    ('grey', 'grey'), ('colourless', 'colourless'), ('foggy', 'foggy'), ('hazy', 'hazy'), ('cloudy', 'cloudy'),
    ('far away', 'far-away'), ('distant', 'distant'), ('detached', 'detached'), ('disconnected', 'disconnected'),
    ('cut off', 'cut-off'), ('behind glass', 'behind-glass'), ('underwater', 'underwater'),
    ('wrapped in cotton', 'wrapped-in-cotton'), ('in a bubble', 'in-a-bubble'), ('unreal', 'unreal'),
    ('dreamlike', 'dreamlike'), ('robotic', 'robotic'), ('on autopilot', 'on-autopilot'),
    ('going through the motions', 'going-through-the-motions'), ('switched off', 'switched-off'),
    ('shut down', 'shut-down'), ('frozen', 'frozen'), ('stuck', 'stuck'), ('heavy', 'heavy'), ('leaden', 'leaden'),
    ('drained', 'drained'), ('spent', 'spent'), ('worn out', 'worn-out'), ('burnt out', 'burnt-out'),
    ('tired of everything', 'tired-of-everything'), ('bored', 'bored'), ('indifferent', 'indifferent'),
    ('unmoved', 'unmoved'), ('uninterested', 'uninterested'), ('apathetic', 'apathetic'), ('listless', 'listless'),
    ('aimless', 'aimless'), ('lost', 'lost'), ('absent', 'absent'), ('elsewhere', 'elsewhere'),
    ('invisible', 'invisible'), ('unreachable', 'unreachable'), ('guarded', 'guarded'), ('armoured', 'armoured'),
    ('sealed', 'sealed'), ('locked', 'locked'), ('on hold', 'on-hold'), ('waiting', 'waiting'),
    ('quiet inside', 'quiet-inside'), ('silent', 'silent'), ('still', 'still'), ('neutral', 'neutral'),
    ('meh', 'meh'), ('nothing much', 'nothing-much'), ('a bit curious', 'a-bit-curious'),
    ('slightly warm', 'slightly-warm'), ('a little lighter', 'a-little-lighter'), ('softened', 'softened'),
    ('touched', 'touched'), ('amused', 'amused'), ('eased', 'eased'), ('relieved', 'relieved'),
    ('settled', 'settled'), ('steady', 'steady'), ('safe enough', 'safe-enough'), ('interested', 'interested'),
    ('drawn to', 'drawn-to'), ('hopeful-ish', 'hopeful-ish'), ('tender', 'tender'),
    ('missing someone', 'missing-someone'), ('wistful', 'wistful'), ('homesick', 'homesick'), ('sore', 'sore'),
    ('stung', 'stung'), ('prickly', 'prickly'), ('irritated', 'irritated'), ('restless', 'restless'),
    ('uneasy', 'uneasy'), ('wary', 'wary'), ('tense', 'tense'), ('nervous', 'nervous'),
    ('sad at the edges', 'sad-at-the-edges'), ('tearful', 'tearful'), ('lonely', 'lonely'), ('left out', 'left-out'),
    ('ashamed', 'ashamed'), ('awkward', 'awkward'), ('guilty', 'guilty'), ('jealous', 'jealous'),
    ('angry underneath', 'angry-underneath'), ('fed up', 'fed-up'), ('overwhelmed', 'overwhelmed'),
    ('startled', 'startled'), ('surprised', 'surprised'), ('grateful-ish', 'grateful-ish'),
    ('proud-ish', 'proud-ish'), ('connected for a second', 'connected-for-a-second'), ('moved', 'moved'),
    ('awake', 'awake'), ('excited', 'excited'), ('lively', 'lively'), ('joyful', 'joyful'), ('playful', 'playful'),
    ('inspired', 'inspired'), ('eager', 'eager'), ('proud', 'proud'), ('delighted', 'delighted'),
    ('energised', 'energised'), ('thrilled', 'thrilled'), ('enthusiastic', 'enthusiastic'), ('bold', 'bold'),
    ('motivated', 'motivated'), ('cheerful', 'cheerful'), ('calm', 'calm'), ('content', 'content'),
    ('peaceful', 'peaceful'), ('rested', 'rested'), ('cosy', 'cosy'), ('relaxed', 'relaxed'),
    ('thankful', 'thankful'), ('at ease', 'at-ease'), ('satisfied', 'satisfied'), ('gentle', 'gentle'),
    ('trusting', 'trusting'), ('balanced', 'balanced'), ('comforted', 'comforted'), ('serene', 'serene'),
    ('anxious', 'anxious'), ('scared', 'scared'), ('panicky', 'panicky'), ('angry', 'angry'), ('furious', 'furious'),
    ('stressed', 'stressed'), ('frustrated', 'frustrated'), ('agitated', 'agitated'), ('disgusted', 'disgusted'),
    ('shocked', 'shocked'), ('on edge', 'on-edge'), ('sad', 'sad'), ('hopeless', 'hopeless'),
    ('disappointed', 'disappointed'), ('discouraged', 'discouraged'), ('grieving', 'grieving'),
    ('exhausted', 'exhausted'), ('hurt', 'hurt'), ('defeated', 'defeated'), ('ignored', 'ignored'),
    ('bittersweet', 'bittersweet'), ('torn', 'torn'), ('relieved and sad', 'relieved-and-sad'),
    ('proud and scared', 'proud-and-scared'), ('fond and angry', 'fond-and-angry'),
    ('numb and restless', 'numb-and-restless'), ('cold hands', 'cold-hands'), ('warm face', 'warm-face'),
    ('hot ears', 'hot-ears'), ('chilled', 'chilled'), ('flushed', 'flushed'), ('clammy', 'clammy'),
    ('sweaty', 'sweaty'), ('heavy limbs', 'heavy-limbs'), ('leaden legs', 'leaden-legs'),
    ('pressure on chest', 'pressure-on-chest'), ('sinking', 'sinking'), ('floating', 'floating'),
    ('weightless', 'weightless'), ('hollow chest', 'hollow-chest'), ('full head', 'full-head'),
    ('clenched jaw', 'clenched-jaw'), ('tight shoulders', 'tight-shoulders'), ('knotted stomach', 'knotted-stomach'),
    ('gripped throat', 'gripped-throat'), ('stiff neck', 'stiff-neck'), ('braced', 'braced'),
    ('curled in', 'curled-in'), ('loose', 'loose'), ('slack', 'slack'), ('soft', 'soft'), ('shaky', 'shaky'),
    ('trembling', 'trembling'), ('jittery', 'jittery'), ('twitchy', 'twitchy'), ('restless legs', 'restless-legs'),
    ('slowed down', 'slowed-down'), ('buzzing', 'buzzing'), ('tingling', 'tingling'),
    ('pins and needles', 'pins-and-needles'), ('pulsing', 'pulsing'), ('shallow breath', 'shallow-breath'),
    ('held breath', 'held-breath'), ('sighing', 'sighing'), ('deep breath', 'deep-breath'),
    ('racing heart', 'racing-heart'), ('thumping', 'thumping'), ('slow', 'slow'), ('fluttering', 'fluttering'),
    ('butterflies', 'butterflies'), ('churning', 'churning'), ('nausea', 'nausea'),
    ('lump in throat', 'lump-in-throat'), ('dry mouth', 'dry-mouth'), ('no appetite', 'no-appetite'),
    ('hungry', 'hungry'), ('full', 'full'), ('numb patch', 'numb-patch'), ('goosebumps', 'goosebumps'),
    ('itchy', 'itchy'), ('sounds far off', 'sounds-far-off'), ('light too bright', 'light-too-bright'),
    ('blurry', 'blurry'), ('sharp', 'sharp'), ('wet eyes', 'wet-eyes'), ('stinging eyes', 'stinging-eyes'),
    ('want to cry but can''t', 'want-to-cry-but-cant'), ('blank face', 'blank-face'), ('tired eyes', 'tired-eyes'),
    ('small smile', 'small-smile'), ('sleepy', 'sleepy'), ('wired', 'wired'), ('achy', 'achy'),
    ('outside myself', 'outside-myself'), ('not much at all', 'not-much-at-all');

INSERT OR IGNORE INTO own_words (text, list, is_offered)
    SELECT word.value, iif(list.key = 'body', 'body', 'feeling'), 1
    FROM settings, json_each(settings.value) AS list, json_each(list.value) AS word
    WHERE settings.key = 'words' AND list.key IN ('feelings', 'body') AND word.value NOT IN (SELECT text FROM shipped)
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
INSERT INTO keys SELECT text, key FROM shipped UNION ALL SELECT text, 'own-' || lower(hex(uid)) FROM own_words;
UPDATE check_ins SET
    words = (SELECT json_group_array(keys.key ORDER BY word.key) FROM json_each(words) AS word JOIN keys ON text = word.value),
    body = (SELECT json_group_array(keys.key ORDER BY word.key) FROM json_each(body) AS word JOIN keys ON text = word.value)
    WHERE words <> '[]' OR body <> '[]';
DROP TABLE keys;
DROP TABLE shipped;
