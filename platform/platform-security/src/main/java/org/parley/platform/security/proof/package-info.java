/**
 * DPoP: tokens that require a proof of possession of a key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a>
 */
@NullMarked
package org.parley.platform.security.proof;

import org.jspecify.annotations.NullMarked;
