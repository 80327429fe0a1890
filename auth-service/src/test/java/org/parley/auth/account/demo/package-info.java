/** The rules of demo accounts. */
@NullMarked
package org.parley.auth.account.demo;

import org.jspecify.annotations.NullMarked;
