//! The promises of the crate, checked against comparing everything with everything.

#![cfg(test)]

mod brute;
mod counts;
mod folders;
mod languages;
mod order;
mod random;
mod slips;
