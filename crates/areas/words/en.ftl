# Words of areas: geographic units and sets of them.
# used: audit-*, area-kind-*, kind-*, said-*, fact-*
area-code = This is not a code of that kind of area
area-nameless = Give a name in English or in French, of at most 200 characters
area-backwards = The last day is before the first
area-taken = There is one with this name since that day, perhaps in the bin
area-set-empty = Write a share beside at least one area
area-set-twice = The same area stands here twice
area-set-share = A share is a percentage above 0 and at most 100, with four decimals at most
area-in-set = { $n ->
    [one] The area counts in { $n } set. Take it out of that set first
   *[other] The area counts in { $n } sets. Take it out of those sets first
}
area-set-binned = An area of this set is in the bin. Take the area out first
area-kind-province = Province or territory
area-kind-census-division = Census division
area-kind-census-subdivision = Municipality
area-kind-forward-sortation-area = Postal area
area-kind-own = Our own
audit-area-added = added the area
audit-area-changed = changed the area
audit-area-binned = put the area into the bin
audit-area-restored = took the area out of the bin
audit-area-set-added = added the set of areas
audit-area-set-changed = changed the set of areas
audit-area-set-binned = put the set of areas into the bin
audit-area-set-restored = took the set of areas out of the bin
kind-area = Area
kind-area-set = Set of areas
nav-areas = Areas
areas-lead = Where the partnership works: municipalities and counties as Statistics Canada lists them, and neighbourhoods of your own. Organizations say in which of them they work, and each group sees which area nobody speaks for.
areas-take = Take areas from the standard list
areas-add = Add an area of our own
areas-add-lead = A neighbourhood, a corridor, a campus: a place that people here call by a name and that the standard list does not know.
areas-caption = Areas that the partnership keeps
areas-empty = No areas are kept yet.
areas-empty-example = For example Hamilton, with its neighbourhoods; or London and the municipalities of Middlesex County.
areas-units = All areas
areas-sets = Sets of areas
areas-sets-lead = A set says which areas count together, and how much of each: the whole of a city, half of a township. While a set holds, who is missing is counted by its areas alone.
areas-sets-all = All sets with their shares, also as a file
areas-set-about = ({ $n ->
    [one] { $n } area
   *[other] { $n } areas
}, { $span })
areas-set-add = Make a set
areas-set-change = Change this set
areas-file = areas
areas-sets-file = sets-of-areas
areas-set = Set
areas-area = Area
areas-kind = Kind
areas-code = Code
areas-name = Name
areas-from = First day
areas-to = Last day
areas-to-hint = Leave it empty while there is no end.
areas-share = Share (%)
areas-shares = How much of each area counts
areas-shares-hint = Write 100 for the whole area, a smaller percentage for a part of it, nothing for areas that do not count.
areas-percent = { $percent }%
areas-holds = Holds
areas-since = since { $from }
areas-span = from { $from } to { $to }
areas-history = History
areas-change = Change this area
areas-save = Save
areas-bin = Put into the bin
areas-bin-about = It can no longer be chosen. Organizations that work there keep it, and it can be taken out of the bin again.
areas-bin-submit = Put into the bin
areas-standard-lead = Choose a province or territory, then a census division: usually a county, a region or a large city. It comes with all its municipalities.
areas-standard-province = Province or territory
areas-standard-division = Census divisions of { $province }
areas-divisions = Census divisions
areas-divisions-hint = Below each stand some of its municipalities.
areas-standard-submit = Take these areas
said-areas-taken = The areas are here.
said-area-saved = The area is saved.
said-area-binned = The area is in the bin.
said-area-set-saved = The set is saved.
said-area-set-binned = The set is in the bin.
today-areas = Say where the partnership works
today-areas-detail = No areas are kept yet.

fact-area-valid-from = Valid from
fact-area-valid-to = Valid until
fact-area-set-valid-from = Valid from
fact-area-set-valid-to = Valid until
fact-area-set-shares = Share
fact-area-set-shares-1 = Area
fact-area-set-shares-2 = Share in millionths
