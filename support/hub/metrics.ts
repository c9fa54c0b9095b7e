type Labels = Readonly<Record<string, string>>;

interface Sample {
  labels: Labels;
  value: number;
}

export interface Counter {
  add(labels?: Labels, by?: number): void;
}
export interface Histogram {
  observe(labels: Labels, value: number): void;
}

/** Numbers of a process in the Prometheus text form. */
export interface Metrics {
  counter(name: string, help: string): Counter;
  /** Read when it is asked for. */
  gauge(name: string, help: string, read: () => readonly Sample[]): void;
  histogram(name: string, help: string, buckets: readonly number[]): Histogram;
  /** The text; with `keep` only the samples whose labels it takes. */
  text(keep?: (labels: Labels) => boolean): string;
  /** Forgets the samples whose labels it takes. */
  forget(which: (labels: Labels) => boolean): void;
}

/** Content type of the text. */
export const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

export function createMetrics(): Metrics {
  const families: {
    lines(keep: (labels: Labels) => boolean): string[];
    forget(which: (labels: Labels) => boolean): void;
  }[] = [];

  function family<T extends { labels: Labels }>(name: string, help: string, type: string) {
    const samples = new Map<string, T>();
    return {
      samples,
      sample(labels: Labels, make: () => T): T {
        // All samples of a family have the same labels.
        const key = Object.values(labels).join('\n');
        const known = samples.get(key) ?? make();
        samples.set(key, known);
        return known;
      },
      add(read: () => Iterable<T>, write: (sample: T) => string[]) {
        families.push({
          lines(keep) {
            const shown = [...read()].filter(({ labels }) => keep(labels)).flatMap(write);
            return shown.length === 0 ? [] : [`# HELP ${name} ${escapeHelp(help)}`, `# TYPE ${name} ${type}`, ...shown];
          },
          forget(which) {
            for (const [key, { labels }] of samples) if (which(labels)) samples.delete(key);
          },
        });
      },
    };
  }

  return {
    counter(name, help) {
      const own = family<Sample>(name, help, 'counter');
      own.add(
        () => own.samples.values(),
        ({ labels, value }) => [`${name}${labelText(labels)} ${value}`],
      );
      return { add: (labels = {}, by = 1) => void (own.sample(labels, () => ({ labels, value: 0 })).value += by) };
    },
    gauge(name, help, read) {
      family<Sample>(name, help, 'gauge').add(read, ({ labels, value }) => [`${name}${labelText(labels)} ${value}`]);
    },
    histogram(name, help, buckets) {
      const own = family<{ labels: Labels; counts: number[]; sum: number; count: number }>(name, help, 'histogram');
      own.add(
        () => own.samples.values(),
        ({ labels, counts, sum, count }) => [
          ...buckets.map((le, at) => `${name}_bucket${labelText({ ...labels, le: String(le) })} ${counts[at]}`),
          `${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${count}`,
          `${name}_sum${labelText(labels)} ${sum}`,
          `${name}_count${labelText(labels)} ${count}`,
        ],
      );
      return {
        observe(labels, value) {
          const sample = own.sample(labels, () => ({ labels, counts: buckets.map(() => 0), sum: 0, count: 0 }));
          sample.sum += value;
          sample.count += 1;
          for (const [at, le] of buckets.entries()) if (value <= le) sample.counts[at]! += 1;
        },
      };
    },
    text: (keep = () => true) => `${families.flatMap((one) => one.lines(keep)).join('\n')}\n`,
    forget(which) {
      for (const one of families) one.forget(which);
    },
  };
}

function labelText(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function escapeHelp(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
