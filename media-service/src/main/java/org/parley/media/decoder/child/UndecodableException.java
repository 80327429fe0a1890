package org.parley.media.decoder.child;

/** The file cannot be decoded. */
final class UndecodableException extends RuntimeException {

	UndecodableException() {
		super("The picture cannot be decoded");
	}

}
