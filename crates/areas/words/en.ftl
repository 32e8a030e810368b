# Words of areas: geographic units and sets of them.
# used: audit-*
area-code = This is not a code of that kind of area
area-nameless = Give the area a name of at most 200 characters
area-backwards = The last day is before the first
area-taken = There is an area with this code since that day
area-set-empty = Choose at least one area
area-set-twice = The same area stands here twice
area-set-share = A share is more than 0 and at most 1
audit-area-added = added the area
audit-area-set-added = added the set of areas
