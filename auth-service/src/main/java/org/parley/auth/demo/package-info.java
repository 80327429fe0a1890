/** The accounts of a development stack. */
@NullMarked
package org.parley.auth.demo;

import org.jspecify.annotations.NullMarked;
