/** The rules of demo accounts. */
@NullMarked
package org.parley.auth.demo;

import org.jspecify.annotations.NullMarked;
