package org.parley.moderation.model;

/**
 * The provider rejects a text, or the model gives no valid answer about it. It says
 * nothing about the provider's health, so a repetition will hardly change it.
 */
public final class TextDeclinedException extends RuntimeException {

	TextDeclinedException(Throwable cause) {
		super("The model does not rate this text", cause);
	}

}
