/** The accounts of a development stack. */
@NullMarked
package org.parley.auth.account.demo;

import org.jspecify.annotations.NullMarked;
