/** Tests of the second factor. */
@NullMarked
package org.parley.auth.signin.secondfactor;

import org.jspecify.annotations.NullMarked;
