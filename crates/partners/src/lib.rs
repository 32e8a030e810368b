//! Organizations and people around the table, and how to reach them.
