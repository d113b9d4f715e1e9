package model

// Kernel says which kernels run: "avx2", "neon" or "portable". The choice is made when the program starts and holds
// for all of it.
func Kernel() string {
	if accelerated() {
		return vectorName
	}
	return "portable"
}
