@NullMarked
package org.parley.auth.signin.admission.robot;

import org.jspecify.annotations.NullMarked;
