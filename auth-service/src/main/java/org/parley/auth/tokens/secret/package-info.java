/** Secrets that are shown once and stored as hashes. */
@NullMarked
package org.parley.auth.tokens.secret;

import org.jspecify.annotations.NullMarked;
