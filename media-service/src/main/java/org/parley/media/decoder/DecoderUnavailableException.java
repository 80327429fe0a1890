package org.parley.media.decoder;

import org.jspecify.annotations.Nullable;

/** No decoding process can be started. */
public final class DecoderUnavailableException extends RuntimeException {

	DecoderUnavailableException(String message, @Nullable Exception cause) {
		super(message, cause);
	}

}
