import { notFound } from 'next/navigation';

/** Addresses that no other route knows, so that they get our own page and not a bare one. */
export default function UnknownPage() {
  notFound();
}
