//! The random numbers of Python's `random.Random`, so that the corpus is the one that other engines were measured with.

/// MT19937 with the distributions that the generator uses.
pub struct Random {
    state: [u32; 624],
    at: usize,
    gauss: Option<f64>,
}

impl Random {
    /// `random.Random(seed)` for a seed below 2^32.
    pub fn new(seed: u32) -> Self {
        let mut state = [0u32; 624];
        state[0] = 19_650_218;
        for i in 1..624 {
            state[i] =
                (state[i - 1] ^ (state[i - 1] >> 30)).wrapping_mul(1_812_433_253).wrapping_add(i as u32);
        }
        let mut i = 1;
        for _ in 0..624 {
            let mixed = (state[i - 1] ^ (state[i - 1] >> 30)).wrapping_mul(1_664_525);
            state[i] = (state[i] ^ mixed).wrapping_add(seed);
            i += 1;
            if i >= 624 {
                state[0] = state[623];
                i = 1;
            }
        }
        for _ in 0..623 {
            let mixed = (state[i - 1] ^ (state[i - 1] >> 30)).wrapping_mul(1_566_083_941);
            state[i] = (state[i] ^ mixed).wrapping_sub(i as u32);
            i += 1;
            if i >= 624 {
                state[0] = state[623];
                i = 1;
            }
        }
        state[0] = 0x8000_0000;
        Self { state, at: 624, gauss: None }
    }

    fn next(&mut self) -> u32 {
        if self.at == 624 {
            for i in 0..624 {
                let y = (self.state[i] & 0x8000_0000) | (self.state[(i + 1) % 624] & 0x7FFF_FFFF);
                let odd = if y & 1 == 1 { 0x9908_B0DF } else { 0 };
                self.state[i] = self.state[(i + 397) % 624] ^ (y >> 1) ^ odd;
            }
            self.at = 0;
        }
        let mut y = self.state[self.at];
        self.at += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        y ^ (y >> 18)
    }

    pub fn random(&mut self) -> f64 {
        let (a, b) = (self.next() >> 5, self.next() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0
    }

    pub fn below(&mut self, n: usize) -> usize {
        let bits = usize::BITS - n.leading_zeros();
        loop {
            let drawn = (self.next() >> (32 - bits)) as usize;
            if drawn < n {
                return drawn;
            }
        }
    }

    pub fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to - from + 1)
    }

    pub fn choice<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Places drawn with weights.
    pub fn weighted(&mut self, weights: &[f64], count: usize) -> Vec<usize> {
        let mut sum = 0.0;
        let sums: Vec<f64> = weights
            .iter()
            .map(|weight| {
                sum += weight;
                sum
            })
            .collect();
        let last = sums.len() - 1;
        (0..count)
            .map(|_| {
                let drawn = self.random() * sum;
                sums[..last].partition_point(|sum| *sum <= drawn)
            })
            .collect()
    }

    /// Places drawn without weights.
    pub fn drawn(&mut self, of: usize, count: usize) -> Vec<usize> {
        (0..count).map(|_| (self.random() * of as f64) as usize).collect()
    }

    pub fn uniform(&mut self, from: f64, to: f64) -> f64 {
        from + (to - from) * self.random()
    }

    pub fn exponential(&mut self, rate: f64) -> usize {
        (-(1.0 - self.random()).ln() / rate) as usize
    }

    pub fn gauss(&mut self, middle: f64, width: f64) -> f64 {
        let drawn = self.gauss.take().unwrap_or_else(|| {
            let (turn, far) = (self.random() * std::f64::consts::TAU, self.random());
            let far = (-2.0 * (1.0 - far).ln()).sqrt();
            self.gauss = Some(turn.sin() * far);
            turn.cos() * far
        });
        middle + drawn * width
    }
}
