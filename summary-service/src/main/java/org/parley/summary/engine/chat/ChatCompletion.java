package org.parley.summary.engine.chat;

/**
 * What came over the wire.
 *
 * @param content of the model's message
 * @param tokens that question and answer took; 0 when the provider does not say
 */
record ChatCompletion(String content, long tokens) {
}
