package encode

import "sync"

// formCache keeps the vectors of word forms, most of which come again. When it is full it begins anew: no order of use
// to keep, and frequent forms are back at once. The zero value with dim set is ready; it serves many goroutines.
type formCache struct {
	dim int
	mu  sync.RWMutex
	m   map[string][]float32
}

// cacheBytes bounds the vectors of one cache.
const cacheBytes = 24 << 20

// longestForm is the longest form that is kept: a pasted megabyte without a space has no business in a cache.
const longestForm = 64

func (c *formCache) get(form string, compute func(string) []float32) []float32 {
	c.mu.RLock()
	v, ok := c.m[form]
	c.mu.RUnlock()
	if ok {
		return v
	}
	if len(form) > longestForm {
		return compute(form)
	}
	v = compute(form)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.m == nil || len(c.m) >= cacheBytes/(4*c.dim+longestForm) {
		c.m = make(map[string][]float32, 1024)
	}
	c.m[string([]byte(form))] = v // a copy, so that the cache does not hold the document
	return v
}
