# The demo's front page.
demo-title = Try Kith
demo-intro = Here are four partnerships to look around in. Three follow what real partnerships have published about themselves; one is made up from end to end. All the people are invented. Whatever you change stays on this machine.
demo-invented = Invented from end to end
demo-drawn = Drawn from public documents; the people are invented
