package org.parley.summary.engine.chat;

/**
 * A response of the provider.
 *
 * @param content the content of the model's message
 * @param tokens the used tokens of prompt and answer; 0 if unknown
 */
record ChatCompletion(String content, long tokens) {
}
