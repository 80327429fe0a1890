package org.parley.platform.web;

/**
 * The envelope of one answer: {@code {"data": …}}.
 *
 * @param data what was asked for
 */
public record Data<T>(T data) {
}
