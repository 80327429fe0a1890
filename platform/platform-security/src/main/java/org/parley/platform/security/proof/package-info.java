/**
 * Tokens that count only with a proof that whoever sends them has a key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a>
 */
@NullMarked
package org.parley.platform.security.proof;

import org.jspecify.annotations.NullMarked;
