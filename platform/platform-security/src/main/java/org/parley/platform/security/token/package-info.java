/** Formats and audiences of tokens, by which services recognise them. */
@NullMarked
package org.parley.platform.security.token;

import org.jspecify.annotations.NullMarked;
