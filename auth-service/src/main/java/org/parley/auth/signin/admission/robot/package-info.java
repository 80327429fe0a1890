/** A challenge that costs robots more than people, without third parties. */
@NullMarked
package org.parley.auth.signin.admission.robot;

import org.jspecify.annotations.NullMarked;
