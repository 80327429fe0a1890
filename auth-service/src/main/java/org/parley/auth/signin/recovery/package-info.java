/** The way back in for people who have forgotten their password. */
@NullMarked
package org.parley.auth.signin.recovery;

import org.jspecify.annotations.NullMarked;
