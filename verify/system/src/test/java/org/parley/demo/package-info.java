/** The demo: scripted steps against a running Parley. */
@NullMarked
package org.parley.demo;

import org.jspecify.annotations.NullMarked;
