/** The rules of refresh tokens. */
@NullMarked
package org.parley.auth.refresh;

import org.jspecify.annotations.NullMarked;
