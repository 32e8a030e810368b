//! Standard geographic units, a partnership's own sets, validity dates.
