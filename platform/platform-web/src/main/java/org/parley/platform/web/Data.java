package org.parley.platform.web;

/**
 * The envelope of a single result: {@code {"data": …}}.
 *
 * @param data the result
 */
public record Data<T>(T data) {
}
