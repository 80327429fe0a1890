/** Who was here lately. */
@NullMarked
package org.parley.auth.user.activity;

import org.jspecify.annotations.NullMarked;
