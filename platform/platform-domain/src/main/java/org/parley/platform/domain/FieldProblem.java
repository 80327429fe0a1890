package org.parley.platform.domain;

/**
 * An invalid property of a request.
 *
 * @param field the path of the property, such as {@code tags[2]}, or the query parameter
 * @param code stable, for programs
 * @param message one sentence, for people
 */
public record FieldProblem(String field, String code, String message) {
}
