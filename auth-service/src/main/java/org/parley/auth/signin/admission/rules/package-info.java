/** The rules of registration, which administrators change at run time. */
@NullMarked
package org.parley.auth.signin.admission.rules;

import org.jspecify.annotations.NullMarked;
