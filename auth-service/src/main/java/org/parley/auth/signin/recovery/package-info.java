/** Reset of forgotten passwords. */
@NullMarked
package org.parley.auth.signin.recovery;

import org.jspecify.annotations.NullMarked;
