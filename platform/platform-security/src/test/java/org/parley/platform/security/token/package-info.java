/** Tests of the formats of tokens. */
@NullMarked
package org.parley.platform.security.token;

import org.jspecify.annotations.NullMarked;
