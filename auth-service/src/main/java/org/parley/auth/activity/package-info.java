/** Who was here lately. */
@NullMarked
package org.parley.auth.activity;

import org.jspecify.annotations.NullMarked;
