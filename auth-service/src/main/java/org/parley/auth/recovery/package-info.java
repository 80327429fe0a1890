/** The way back in for people who have forgotten their password. */
@NullMarked
package org.parley.auth.recovery;

import org.jspecify.annotations.NullMarked;
