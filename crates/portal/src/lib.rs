//! The public site's own pages: partnerships, home, about.
