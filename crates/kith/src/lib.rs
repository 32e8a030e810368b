//! The program: one binary, every room.
