package model

import "math"

// LayerNorm normalises each row of x to mean 0 and variance 1 and then scales and shifts it (Ba, Kiros and Hinton,
// 2016): y = (x-mean)·(1/sqrt(var+1e-5))·gamma + beta, var being the mean of (x-mean)². Sums run in 8 strided lanes,
// which are added as ((l0+l4)+(l2+l6))+((l1+l5)+(l3+l7)). dst may be x, but not overlap it otherwise. It panics where
// cols is not a multiple of 8.
func LayerNorm(dst, x, gamma, beta []float32, rows, cols int) {
	if cols <= 0 || cols%8 != 0 {
		panic("model: layer normalisation of rows whose length is not a multiple of 8")
	}
	gamma, beta = gamma[:cols], beta[:cols]
	for r := range rows {
		normaliseRow(dst[r*cols:][:cols], x[r*cols:][:cols], gamma, beta)
	}
}

// normEpsilon keeps the root of a constant row's variance away from zero.
const normEpsilon = 1e-5

func normaliseRowPortable(dst, x, gamma, beta []float32) {
	n := float32(len(x))
	var l [8]float32
	for i := 0; i+8 <= len(x); i += 8 {
		v := x[i : i+8 : i+8]
		for k := range l {
			l[k] += v[k]
		}
	}
	mean := addLanes(&l) / n
	l = [8]float32{}
	for i := 0; i+8 <= len(x); i += 8 {
		v := x[i : i+8 : i+8]
		for k := range l {
			d := v[k] - mean
			l[k] += float32(d * d)
		}
	}
	times := 1 / float32(math.Sqrt(float64(addLanes(&l)/n+normEpsilon)))
	dst, gamma, beta = dst[:len(x)], gamma[:len(x)], beta[:len(x)]
	for i, v := range x {
		dst[i] = float32((v-mean)*times*gamma[i]) + beta[i]
	}
}

func addLanes(l *[8]float32) float32 {
	return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}
