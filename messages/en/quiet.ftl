### Resting: the quiet timer and its sounds, songs of one’s own, a few lines to read.

quiet_title = A quiet timer
quiet_lead = For resting, or beside anything else. It is silent unless you want sound.
quiet_how_long = How long

# $n (number): how many minutes
quiet_minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }

quiet_begin = Begin
quiet_sounds = Quiet sounds
quiet_sounds_hint = Made by the program itself. They stop when you leave this page.
quiet_layer_rain = Rain
quiet_layer_wind = Wind
quiet_layer_hum = A low hum
quiet_off = off
quiet_silence = Silence
quiet_bell = A soft bell when the time is over
quiet_no_sound = This computer makes no sound at the moment. The rest works without it.

songs_title = My songs
songs_lead = Music of your own, kept inside your encrypted file. Nothing plays until you press it.
songs_add = Add songs

# $n (number): how many songs
# $name (text): the name of the song, if it is one
songs_added =
    { $n ->
        [one] “{ $name }” is on the shelf.
       *[other] { $n } songs are on the shelf.
    }

songs_let_go = Let go here to put it on the shelf.
songs_play_it = Play

# $name (text): the name of the song
songs_play = Play “{ $name }”

# $name (text): the name of the song
songs_stop = Stop “{ $name }”

# $name (text): the name of the song
songs_more = More about “{ $name }”

songs_unplayable = This computer cannot play this kind of sound. Another form of the song might work.
songs_idea = An idea for sorting them

nook_title = A few lines to read
nook_another = Another one
