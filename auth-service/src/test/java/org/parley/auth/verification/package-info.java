/** Tests of what becomes of those who never verify. */
@NullMarked
package org.parley.auth.verification;

import org.jspecify.annotations.NullMarked;
