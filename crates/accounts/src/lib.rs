//! People who sign in, what they may do: may, never is seated.
