package tag

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// forms reads lines of a lemma and its forms.
func forms(table string) map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(table, "\n") {
		words := strings.Fields(line)
		for _, w := range words[min(1, len(words)):] {
			m[w] = words[0]
		}
	}
	return m
}

// irregular are past tenses and past participles that do not end as others do, with those that end in "ed" by chance.
var irregular = forms(`
abide abode
arise arose arisen
awake awoke awoken
bear bore borne born
beat beat beaten
become became become
befall befell befallen
begin began begun
behold beheld
bend bent
bet bet
bid bid bade bidden
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
crossbreed crossbred
hogtie hogtied
bring brought
broadcast broadcast
build built
burn burnt
burst burst
bust bust
buy bought
cast cast
catch caught
choose chose chosen
cling clung
come came come
cost cost
creep crept
cut cut
deal dealt
dig dug
dive dove
draw drew drawn
outdo outdid outdone
overdo overdid overdone
redo redid redone
undo undid undone
dream dreamt
drink drank drunk
drive drove driven
dwell dwelt
eat ate eaten
embed embedded
fall fell fallen
feed fed
feel felt
fight fought
find found
fit fit
flee fled
fling flung
fly flew flown
forbid forbade forbidden forbid
forecast forecast
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
forsake forsook forsaken
freeze froze frozen
get got gotten
give gave given
go went gone
grind ground
grow grew grown
hang hung
hear heard
hide hid hidden
hit hit
hold held
hurt hurt
input input
keep kept
kneel knelt
knit knit
know knew known
lay laid
lead led
lean leant
leap leapt
learn learnt
leave left
lend lent
let let
lie lay lain
light lit
lose lost
make made
mean meant
meet met
mow mown
overthrow overthrew overthrown
pay paid
plead pled
prove proven
put put
quit quit
read read
rid rid
ride rode ridden
ring rang rung
rise rose risen
run ran run
saw sawn
say said
see saw seen
seek sought
sell sold
send sent
set set
sew sewn
shake shook shaken
shave shaven
shear shorn
shed shed
shine shone
shit shat
shoot shot
show shown
shrink shrank shrunk
shut shut
sing sang sung
sink sank sunk
sit sat
slay slew slain
sleep slept
slide slid
sling slung
slit slit
smell smelt
sneak snuck
sow sown
speak spoke spoken
speed sped
spell spelt
spend spent
spill spilt
spin spun
spit spat
split split
spoil spoilt
spread spread
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stink stank stunk
strew strewn
stride strode
strike struck stricken
string strung
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
thrust thrust
tread trod trodden
understand understood
upset upset
wake woke woken
wear wore worn
weave wove woven
wed wed
weep wept
wet wet
win won
wind wound
withdraw withdrew withdrawn
withhold withheld
withstand withstood
wring wrung
write wrote written
need needed
proceed proceeded
exceed exceeded
succeed succeeded
seed seeded
weed weeded
heed heeded
`)
