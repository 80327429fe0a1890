@NullMarked
package org.parley.auth.signin.admission.rules;

import org.jspecify.annotations.NullMarked;
