package model

import "os"

// Kernel says which kernels run: "avx2", "neon" or "portable". The choice is made when the program starts and holds
// for all of it.
func Kernel() string {
	if accelerated() {
		return vectorName
	}
	return "portable"
}

// forcedPortable is the user's wish, in the environment, to do without the assembly.
var forcedPortable = os.Getenv("GAINSAY_CPU") == "portable"
