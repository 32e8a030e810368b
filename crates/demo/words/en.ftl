# The demo's front page.
demo-title = Try Kith
demo-intro = Here are four partnerships to look around in. Three follow what real partnerships have published about themselves; one is made up from end to end. All the people are invented. Whatever you change stays on this machine.
demo-invented = Invented from end to end
demo-drawn = Drawn from public documents; the people are invented
demo-sheet = A messy sheet of 80 rows, to bring in as its coordinator
demo-building = For those who build the program
demo-gallery-about = Every piece of every page with invented content. No menu leads there.
demo-public-site = See the public site
# used: demo-as-*
demo-as-coordinator = Enter as coordinator
demo-as-chair = Enter as chair
demo-as-partner = Enter as partner
demo-as-funder = Enter as funder
demo-invented-person = Invented for the demo: nobody of this name is meant.
