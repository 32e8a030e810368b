//! Stories across rooms, told to the program as its users tell them.

mod demo;
