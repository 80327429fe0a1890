/** Who may register. */
@NullMarked
package org.parley.auth.signin.admission;

import org.jspecify.annotations.NullMarked;
