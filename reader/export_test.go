package reader

// WithPieceBytes makes pieces small, so that a test need not be long.
func WithPieceBytes(n int) Option { return func(o *options) { o.piece = n } }
